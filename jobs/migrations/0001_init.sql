-- What was told to people unasked: the inbox, and when to look at a person again.

create table jobs.notification (
  id uuid primary key,
  user_id uuid not null,
  -- The topic: 'reminders.reminder', 'finance.budget', …
  kind text not null,
  -- What made it, e.g. one occurrence of one reminder. Being unique it cannot be sent twice, whoever tries.
  cause text not null,
  message jsonb not null,
  -- The message as it was told, in the language of the person then.
  text text not null,
  channel text not null,
  ref jsonb,
  -- How often it came back after being put off.
  returned integer not null,
  due_at timestamptz not null,
  created_at timestamptz not null,
  sent_at timestamptz not null,
  read_at timestamptz,
  snoozed_until timestamptz,
  dismissed_at timestamptz,
  unique (user_id, cause)
);
create index notification_inbox on jobs.notification (user_id, sent_at desc, due_at desc, id desc) where dismissed_at is null;
create index notification_snoozed on jobs.notification (snoozed_until) where snoozed_until is not null;

grant select (id, user_id, snoozed_until, dismissed_at) on jobs.notification to app_system;
create policy system_read on jobs.notification for select to app_system using (true);

-- When the proactive rules of a person who wants them are looked at next.
create table jobs.round (
  id uuid primary key,
  user_id uuid not null unique,
  next_at timestamptz not null,
  created_at timestamptz not null
);
create index round_due on jobs.round (next_at);

grant select (id, user_id, next_at) on jobs.round to app_system;
create policy system_read on jobs.round for select to app_system using (true);
