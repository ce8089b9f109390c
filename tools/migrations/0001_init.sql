-- Every tool run of every person: what was asked, by whom, what came back, and whether it was undone.
create table tools.audit (
  id uuid primary key,
  seq bigint generated always as identity,
  user_id uuid not null,
  turn_id uuid,
  call_id text,
  idempotency_key text,
  parent_id uuid,
  tool text not null,
  risk text not null check (risk in ('read', 'write', 'outward', 'irreversible')),
  channel text not null,
  actor text not null check (actor in ('person', 'model', 'code')),
  args jsonb not null,
  args_hash text not null,
  output jsonb,
  status text not null check (status in ('ok', 'failed')),
  error text,
  rules text[] not null default '{}',
  undo text check (undo in ('undone', 'impossible')),
  created_at timestamptz not null
);
create unique index audit_turn_call on tools.audit (user_id, turn_id, call_id) where turn_id is not null and call_id is not null and status = 'ok';
create unique index audit_idempotency on tools.audit (user_id, idempotency_key) where idempotency_key is not null and status = 'ok';
create index audit_user_seq on tools.audit (user_id, seq desc);
create index audit_parent on tools.audit (parent_id) where parent_id is not null;
