-- One row per thing to do. Each occurrence of a repeating task is a row of its own; they share series_id, and
-- series_start with time_zone is the wall clock the rule counts from.
create table tasks.task (
  id uuid primary key,
  user_id uuid not null,
  title text not null,
  due_at timestamptz,
  planned_on date,
  duration_minutes double precision check (duration_minutes > 0),
  priority smallint check (priority between 1 and 4),
  energy text check (energy in ('low', 'medium', 'high')),
  project text,
  rrule text,
  series_id uuid,
  series_start text,
  time_zone text not null,
  after_ids uuid[] not null default '{}',
  splittable boolean not null,
  status text not null check (status in ('open', 'done', 'deleted')),
  done_at timestamptz,
  -- The change that wrote this row last: undo restores only what nothing has touched since.
  revision uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz
);
create index task_open on tasks.task (user_id, due_at) where status = 'open';
create index task_listed on tasks.task (user_id, status, created_at);

-- What a write replaced, kept as long as it can be undone.
create table tasks.change (
  id uuid primary key,
  user_id uuid not null,
  task_ids uuid[] not null,
  before_tasks jsonb not null,
  created_at timestamptz not null,
  undone_at timestamptz
);
create index change_age on tasks.change (user_id, created_at);
