-- The conversation as people see it. Graph state lives elsewhere and only while a confirmation is open.
create table chat.thread (
  id uuid primary key,
  user_id uuid not null,
  title text,
  key text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (user_id, key)
);
create index thread_user on chat.thread (user_id, updated_at desc);

create table chat.turn (
  id uuid primary key,
  seq bigint generated always as identity,
  user_id uuid not null,
  thread_id uuid not null references chat.thread (id) on delete cascade,
  client_message_id text,
  channel text not null,
  status text not null check (status in ('queued', 'running', 'done', 'closed')),
  owner text not null,
  -- On the machine's own clock, unlike every other instant: it says whether a process is alive.
  lease_until timestamptz not null,
  -- The person's words until the turn ends; then they stand in chat.message.
  message text,
  result jsonb,
  created_at timestamptz not null,
  unique (user_id, client_message_id)
);
create unique index turn_running on chat.turn (thread_id) where status = 'running';
create index turn_waiting on chat.turn (thread_id, seq) where status in ('queued', 'running');
create index turn_user on chat.turn (user_id, seq desc);

create table chat.message (
  id bigint generated always as identity primary key,
  user_id uuid not null,
  thread_id uuid not null references chat.thread (id) on delete cascade,
  turn_id uuid not null,
  role text not null check (role in ('user', 'assistant')),
  text text not null,
  tools jsonb,
  created_at timestamptz not null,
  search tsvector generated always as (
    to_tsvector('pg_catalog.russian'::regconfig, translate(text, 'ёЁ', 'еЕ')) || to_tsvector('pg_catalog.english'::regconfig, text)) stored
);
create index message_thread on chat.message (thread_id, id desc);
create index message_user on chat.message (user_id);

create table chat.feedback (
  user_id uuid not null,
  turn_id uuid not null,
  rating text not null check (rating in ('up', 'down')),
  note text,
  created_at timestamptz not null,
  primary key (user_id, turn_id)
);
