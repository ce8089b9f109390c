-- One row per event or series. A series keeps the wall clock and the zone it was meant in; start_at is its first instant.
create table calendar.event (
  id uuid primary key,
  user_id uuid not null,
  title text not null,
  start_at timestamptz not null,
  local_start text not null,
  time_zone text not null,
  duration_minutes double precision not null check (duration_minutes > 0),
  all_day boolean not null,
  rrule text,
  exdates text[] not null default '{}',
  location text,
  notes text,
  cost_amount bigint,
  cost_currency text,
  status text not null check (status in ('confirmed', 'cancelled')),
  -- The span every occurrence lies in, moved ones included; last_end is null for a series without an end.
  first_start timestamptz not null,
  last_end timestamptz,
  -- The change that wrote this row last: undo restores only what nothing has touched since.
  revision uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz
);
create index event_window on calendar.event (user_id, first_start, last_end) where status = 'confirmed';

-- One changed occurrence of a series, found by the wall clock its rule gave it (RECURRENCE-ID, RFC 5545 3.8.4.4).
-- What `fields` and the null columns leave out follows the series.
create table calendar.occurrence_override (
  id uuid primary key,
  user_id uuid not null,
  event_id uuid not null references calendar.event (id) on delete cascade,
  recurrence_local text not null,
  recurrence_at timestamptz not null,
  start_at timestamptz,
  duration_minutes double precision check (duration_minutes > 0),
  fields jsonb not null,
  created_at timestamptz not null,
  unique (event_id, recurrence_local)
);

-- What a write replaced, kept as long as it can be undone.
create table calendar.change (
  id uuid primary key,
  user_id uuid not null,
  event_ids uuid[] not null,
  before_events jsonb not null,
  before_overrides jsonb not null,
  created_at timestamptz not null,
  undone_at timestamptz
);
create index change_age on calendar.change (user_id, created_at);
