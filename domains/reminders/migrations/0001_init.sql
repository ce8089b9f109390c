-- Reminders of a person and what they want to be told about unasked.

create table reminders.reminder (
  id uuid primary key,
  user_id uuid not null,
  text text not null check (length(text) between 1 and 500),
  -- The wall clock that was meant; a series is expanded from it in its zone, so that a change of clocks moves nothing.
  local_start text not null,
  time_zone text not null,
  starts_at timestamptz not null,
  rrule text,
  exdates jsonb not null,
  -- The next time by the rule (or the single time), and an extra time asked for by snoozing.
  due_at timestamptz,
  snoozed_until timestamptz,
  next_at timestamptz generated always as (least(due_at, snoozed_until)) stored,
  -- The planned time of the latest delivery.
  last_at timestamptz,
  override_quiet boolean not null,
  status text not null check (status in ('active', 'done', 'cancelled')),
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz
);
create index reminder_of_person on reminders.reminder (user_id, next_at);
create index reminder_due on reminders.reminder (next_at) where status = 'active';

create table reminders.topic (
  id uuid primary key,
  user_id uuid not null,
  topic text not null,
  enabled boolean not null,
  window_start text,
  window_end text,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (user_id, topic)
);

-- How a row was before a change, so that undo puts back exactly that. `version` is the one the change made.
create table reminders.change (
  id uuid primary key,
  user_id uuid not null,
  row_id uuid not null,
  version integer not null,
  before jsonb not null,
  created_at timestamptz not null,
  unique (row_id, version)
);
create index change_of_person on reminders.change (user_id);

grant select (id, user_id, next_at, status) on reminders.reminder to app_system;
create policy system_read on reminders.reminder for select to app_system using (true);
