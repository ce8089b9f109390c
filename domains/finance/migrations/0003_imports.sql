-- What an import leaves on its rows: the run, the movement whatever file it came in, and the end of the bank's account number.
-- Full numbers of accounts and cards are never stored.
alter table finance.transaction
  add column import_id uuid,
  add column import_key text,
  add column import_account text check (length(import_account) <= 4);
create index transaction_import on finance.transaction (user_id, import_id) where import_id is not null;
create index transaction_import_key on finance.transaction (user_id, import_key) where import_key is not null;
create index transaction_import_account on finance.transaction (user_id, import_account, currency)
  where import_account is not null;
