-- Actions that wait for the person's word, and every judgement with its reason.
create table guardrails.pending_action (
  id uuid primary key,
  pending_id uuid not null,
  user_id uuid not null,
  thread_id uuid not null,
  turn_id uuid not null,
  call_id text not null,
  position int not null,
  tool text not null,
  args jsonb not null,
  args_hash text not null,
  summary jsonb not null,
  status text not null check (status in ('open', 'approved', 'rejected', 'executed', 'failed', 'expired')),
  expires_at timestamptz not null,
  created_at timestamptz not null,
  decided_at timestamptz,
  unique (turn_id, call_id)
);
create index pending_action_open on guardrails.pending_action (user_id, thread_id) where status = 'open';
create index pending_action_pending on guardrails.pending_action (pending_id);

create table guardrails.verdict (
  id uuid primary key,
  seq bigint generated always as identity,
  user_id uuid not null,
  turn_id uuid,
  gate text not null check (gate in ('input', 'action', 'reply')),
  verdict text not null,
  rules text[] not null,
  inputs jsonb not null,
  version text not null,
  created_at timestamptz not null
);
create index verdict_user_seq on guardrails.verdict (user_id, seq desc);
