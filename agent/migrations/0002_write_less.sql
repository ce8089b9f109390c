-- The Russian configuration stems Latin words as English (its asciiword goes to english_stem), and it is what messages are
-- searched with: the second list of the same words was only written.
alter table chat.message drop column search;
alter table chat.message add column search tsvector generated always as (
  to_tsvector('pg_catalog.russian'::regconfig, translate(text, 'ёЁ', 'еЕ'))) stored;

-- Every turn moves its thread to the top. Without an index on the time that changes only the row, and the threads of one
-- person, found by (user_id, key), are few enough to sort.
drop index chat.thread_user;

-- Most turns have no client message: they need no entry.
alter table chat.turn drop constraint turn_user_id_client_message_id_key;
create unique index turn_client_message on chat.turn (user_id, client_message_id) where client_message_id is not null;
