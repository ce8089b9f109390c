-- What has been applied to this database. Written by db/migrate.ts only.
create table db.migration (
  schema text not null,
  number integer not null,
  name text not null,
  checksum text not null,
  applied_at timestamptz not null,
  primary key (schema, number)
);

-- Events written in the transaction of the change they tell of; each is delivered once and then deleted.
create table db.outbox (
  id bigint generated always as identity primary key,
  user_id uuid not null,
  type text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  available_at timestamptz not null,
  attempts integer not null default 0,
  -- Set when the last attempt has failed: kept for a person to look at, never tried again by itself.
  failed_at timestamptz
);
create index outbox_due on db.outbox (available_at, id) where failed_at is null;
create index outbox_user on db.outbox (user_id);

-- The relay sees that something is due for somebody, and never what it says.
grant select (id, user_id, type, available_at, attempts, failed_at) on db.outbox to app_system;
create policy system_read on db.outbox for select to app_system using (true);
