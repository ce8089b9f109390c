-- What a person measured, felt and did. Every row has `revision`, the id of the write that made it what it is: an undo
-- restores only what nothing has touched since. An import sets `revision` to its own id, so that it can be told apart from
-- rows the person changed afterwards. `local_date` with `time_zone` is the day on the person's calendar.

-- Samples, in the canonical unit of their kind: weight kg, steps count, water ml, heart_rate and resting_heart_rate bpm,
-- blood_pressure mmHg (value systolic, value2 diastolic), temperature °C, glucose mmol/L, spo2 %. A deleted row stays, so
-- that the same file does not bring it back.
create table health.metric (
  id uuid not null,
  user_id uuid not null,
  kind text not null check (kind in
    ('weight', 'steps', 'water', 'heart_rate', 'resting_heart_rate', 'blood_pressure', 'temperature', 'glucose',
     'spo2')),
  value double precision not null,
  value2 double precision,
  at timestamptz not null,
  -- Of a count over time (steps): when it ended.
  end_at timestamptz,
  local_date date not null,
  time_zone text not null,
  -- person, apple_health, health_connect, google_fit, csv
  source text not null,
  -- The record within its source: its own id there, else what tells it apart (device and end); of a person's row its id.
  source_key text not null,
  device text,
  -- The figure as given ({"given": 181, "unit": "lb"}), circumstances ({"context": "rest"}), the app that wrote it.
  details jsonb not null default '{}',
  note text,
  import_id uuid,
  revision uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  check ((kind = 'blood_pressure') = (value2 is not null)),
  primary key (user_id, id, at),
  unique (user_id, kind, at, source, source_key)
) partition by range (at);
create index metric_import on health.metric (user_id, import_id) where import_id is not null;

create table health.metric_2018 partition of health.metric for values from ('2018-01-01Z') to ('2019-01-01Z');
create table health.metric_2019 partition of health.metric for values from ('2019-01-01Z') to ('2020-01-01Z');
create table health.metric_2020 partition of health.metric for values from ('2020-01-01Z') to ('2021-01-01Z');
create table health.metric_2021 partition of health.metric for values from ('2021-01-01Z') to ('2022-01-01Z');
create table health.metric_2022 partition of health.metric for values from ('2022-01-01Z') to ('2023-01-01Z');
create table health.metric_2023 partition of health.metric for values from ('2023-01-01Z') to ('2024-01-01Z');
create table health.metric_2024 partition of health.metric for values from ('2024-01-01Z') to ('2025-01-01Z');
create table health.metric_2025 partition of health.metric for values from ('2025-01-01Z') to ('2026-01-01Z');
create table health.metric_2026 partition of health.metric for values from ('2026-01-01Z') to ('2027-01-01Z');
create table health.metric_2027 partition of health.metric for values from ('2027-01-01Z') to ('2028-01-01Z');
create table health.metric_2028 partition of health.metric for values from ('2028-01-01Z') to ('2029-01-01Z');
create table health.metric_2029 partition of health.metric for values from ('2029-01-01Z') to ('2030-01-01Z');
create table health.metric_2030 partition of health.metric for values from ('2030-01-01Z') to ('2031-01-01Z');
create table health.metric_2031 partition of health.metric for values from ('2031-01-01Z') to ('2032-01-01Z');
create table health.metric_2032 partition of health.metric for values from ('2032-01-01Z') to ('2033-01-01Z');
-- Everything older or later.
create table health.metric_other partition of health.metric default;

-- One row per kind and local day, worked out from the samples whenever they change (repository/metrics.ts, refreshDays):
-- a year's trend reads 365 rows, however many samples a watch took.
create table health.metric_day (
  user_id uuid not null,
  kind text not null,
  local_date date not null,
  -- Of steps and water the total of the source that counted most; of the others the mean.
  value double precision not null,
  value2 double precision,
  low double precision not null,
  high double precision not null,
  samples int not null,
  last_at timestamptz not null,
  -- Whose figures are in it; of steps and water the one source counted.
  sources text[] not null,
  created_at timestamptz not null,
  primary key (user_id, kind, local_date)
);

-- A spell of sleep; it belongs to the local day of waking. Rows of several sources may tell of one night, engine/sleep.ts
-- counts it once. Without start and end the person gave only a length.
create table health.sleep (
  id uuid primary key,
  user_id uuid not null,
  started_at timestamptz,
  ended_at timestamptz,
  local_date date not null,
  time_zone text not null,
  -- Time asleep; awake spells that a device saw are not in it.
  minutes double precision not null check (minutes > 0),
  nap boolean not null,
  quality smallint check (quality between 1 and 5),
  -- Minutes by stage: {"deep": 80, "rem": 95, "light": 240, "awake": 12}
  stages jsonb,
  note text,
  source text not null,
  -- As of health.metric.
  source_key text not null,
  device text,
  details jsonb not null default '{}',
  import_id uuid,
  revision uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  check ((started_at is null) = (ended_at is null)),
  check (ended_at > started_at),
  unique (user_id, source, source_key)
);
create index sleep_by_day on health.sleep (user_id, local_date) where deleted_at is null;
create index sleep_import on health.sleep (user_id, import_id) where import_id is not null;

create table health.checkin (
  id uuid primary key,
  user_id uuid not null,
  at timestamptz not null,
  local_date date not null,
  time_zone text not null,
  mood smallint check (mood between 1 and 10),
  stress smallint check (stress between 1 and 10),
  energy smallint check (energy between 1 and 10),
  note text,
  source text not null,
  source_key text not null,
  import_id uuid,
  revision uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  check (num_nonnulls(mood, stress, energy, note) > 0),
  unique (user_id, source, source_key)
);
create index checkin_by_day on health.checkin (user_id, local_date) where deleted_at is null;
create index checkin_import on health.checkin (user_id, import_id) where import_id is not null;

create table health.symptom (
  id uuid primary key,
  user_id uuid not null,
  name text not null,
  severity smallint check (severity between 1 and 10),
  since date,
  at timestamptz not null,
  local_date date not null,
  time_zone text not null,
  note text,
  source text not null,
  source_key text not null,
  import_id uuid,
  revision uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  unique (user_id, source, source_key)
);
create index symptom_by_day on health.symptom (user_id, local_date) where deleted_at is null;

-- What a person means to do regularly: `target` times (or of `unit`) per local day or per week from Monday.
create table health.habit (
  id uuid primary key,
  user_id uuid not null,
  title text not null,
  title_key text not null,
  target double precision not null check (target > 0),
  unit text,
  period text not null check (period in ('day', 'week')),
  started_on date not null,
  revision uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz
);
create unique index habit_title on health.habit (user_id, title_key) where deleted_at is null;

create table health.habit_log (
  id uuid primary key,
  user_id uuid not null,
  habit_id uuid not null,
  amount double precision not null check (amount > 0),
  at timestamptz not null,
  local_date date not null,
  time_zone text not null,
  note text,
  revision uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz
);
create index habit_log_by_day on health.habit_log (user_id, local_date, habit_id) where deleted_at is null;

-- What must be known before any advice. `key` is the canonical name of knowledge/, `name` the person's own words.
create table health.safety_fact (
  id uuid primary key,
  user_id uuid not null,
  kind text not null check (kind in ('condition', 'medication', 'allergy', 'injury')),
  name text not null,
  key text not null,
  severity text,
  since date,
  dose text,
  schedule text,
  reaction text,
  revision uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz
);
create unique index safety_fact_known on health.safety_fact (user_id, kind, key) where deleted_at is null;

-- Breaks that were offered: not the same twice a day, a declined one not again that day.
create table health.break_offer (
  id uuid primary key,
  user_id uuid not null,
  technique text not null,
  local_date date not null,
  status text not null check (status in ('offered', 'declined', 'done')),
  revision uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index break_offer_by_day on health.break_offer (user_id, local_date);

-- What a write replaced, kept as long as it can be undone: `before_rows` are the rows of table `entity` as they were.
create table health.change (
  id uuid primary key,
  user_id uuid not null,
  entity text not null,
  row_ids uuid[] not null,
  before_rows jsonb not null,
  created_at timestamptz not null,
  undone_at timestamptz
);
create index change_age on health.change (user_id, created_at);
