-- A write made offline against a row that was changed elsewhere meanwhile: kept until the person decides.
create table tools.sync_conflict (
  id uuid primary key,
  user_id uuid not null,
  client_id text not null,
  tool text not null,
  input jsonb not null,
  base_version text not null,
  row_id text not null,
  -- The row as it stood when they met.
  current_row jsonb not null,
  current_version text not null,
  created_at timestamptz not null,
  resolved_at timestamptz
);
create unique index sync_conflict_client on tools.sync_conflict (user_id, client_id);
