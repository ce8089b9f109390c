-- Whole metres, whole seconds, grams and tenths of a load unit: sums are exact in any order. What was not measured is
-- null, never zero.

create table workouts.workout (
  id uuid primary key,
  user_id uuid not null,
  -- Canonical key of the sport, and the person's own word for it.
  sport text not null,
  sport_word text,
  start_at timestamptz not null,
  -- The person's day and clock when it was done.
  local_date date not null,
  time_zone text not null,
  duration_seconds integer check (duration_seconds > 0),
  moving_seconds integer check (moving_seconds >= 0),
  distance_meters integer check (distance_meters >= 0),
  elevation_gain_meters integer check (elevation_gain_meters >= 0),
  calories integer check (calories >= 0),
  rpe double precision check (rpe between 0 and 10),
  heart_rate_avg smallint check (heart_rate_avg between 20 and 260),
  heart_rate_max smallint check (heart_rate_max between 20 and 260),
  -- Watts; normalised power where samples gave it.
  power_avg smallint check (power_avg >= 0),
  power_normalised smallint check (power_normalised >= 0),
  -- The one load that totals use, in tenths of a unit, and how it was found.
  load_tenths integer check (load_tenths >= 0),
  load_method text check (load_method in ('session_rpe', 'heart_rate', 'sport_default')),
  -- Further measures of the same session, never added to the totals.
  trimp_tenths integer check (trimp_tenths >= 0),
  tss_tenths integer check (tss_tenths >= 0),
  -- Seconds in heart-rate zones 1 to 5, when samples gave them.
  zone_seconds integer[],
  has_samples boolean not null default false,
  notes text,
  -- `person`, or a file format such as `fit`.
  source text not null,
  source_key text,
  import_id uuid,
  plan_session_id uuid,
  revision uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  check ((load_tenths is null) = (load_method is null))
);
create index workout_by_start on workouts.workout (user_id, start_at desc, id) where deleted_at is null;
create index workout_by_import on workouts.workout (user_id, import_id) where import_id is not null;
create index workout_by_session on workouts.workout (user_id, plan_session_id) where plan_session_id is not null;
-- Also of deleted ones: a file taken in again does not bring back what the person removed.
create unique index workout_source on workouts.workout (user_id, source_key) where source_key is not null;

create table workouts.exercise_set (
  id uuid primary key,
  user_id uuid not null,
  workout_id uuid not null,
  ordinal smallint not null check (ordinal > 0),
  -- Key of the catalogue when the word is known there, and the person's own word.
  exercise_key text,
  exercise text not null,
  reps smallint check (reps > 0),
  seconds integer check (seconds > 0),
  weight_grams integer check (weight_grams >= 0),
  rpe double precision check (rpe between 0 and 10),
  created_at timestamptz not null,
  check (reps is not null or seconds is not null)
);
create unique index exercise_set_place on workouts.exercise_set (user_id, workout_id, ordinal);
create index exercise_set_by_exercise on workouts.exercise_set (user_id, exercise_key);

-- Laps of one workout, and the legs of a multi-sport one, each with its own sport.
create table workouts.lap (
  id uuid primary key,
  user_id uuid not null,
  workout_id uuid not null,
  ordinal smallint not null check (ordinal > 0),
  kind text not null check (kind in ('lap', 'leg')),
  sport text,
  start_at timestamptz not null,
  duration_seconds integer check (duration_seconds >= 0),
  moving_seconds integer check (moving_seconds >= 0),
  distance_meters integer check (distance_meters >= 0),
  elevation_gain_meters integer check (elevation_gain_meters >= 0),
  calories integer check (calories >= 0),
  heart_rate_avg smallint,
  heart_rate_max smallint,
  power_avg smallint,
  created_at timestamptz not null
);
create unique index lap_place on workouts.lap (user_id, workout_id, kind, ordinal);

-- One row per measured moment. Partitioned by time: a workout lies in one partition, rarely in two.
create table workouts.sample (
  user_id uuid not null,
  workout_id uuid not null,
  at timestamptz not null,
  heart_rate smallint,
  latitude double precision,
  longitude double precision,
  -- Metres.
  altitude real,
  -- Metres from the start, as the device counted.
  distance double precision,
  -- Metres a second.
  speed real,
  -- Steps or turns a minute.
  cadence smallint,
  -- Watts.
  power smallint,
  created_at timestamptz not null,
  primary key (workout_id, at)
) partition by range (at);
create table workouts.sample_before_2020 partition of workouts.sample for values from (minvalue) to ('2020-01-01T00:00:00Z');
create table workouts.sample_2020 partition of workouts.sample for values from ('2020-01-01T00:00:00Z') to ('2021-01-01T00:00:00Z');
create table workouts.sample_2021 partition of workouts.sample for values from ('2021-01-01T00:00:00Z') to ('2022-01-01T00:00:00Z');
create table workouts.sample_2022 partition of workouts.sample for values from ('2022-01-01T00:00:00Z') to ('2023-01-01T00:00:00Z');
create table workouts.sample_2023 partition of workouts.sample for values from ('2023-01-01T00:00:00Z') to ('2024-01-01T00:00:00Z');
create table workouts.sample_2024 partition of workouts.sample for values from ('2024-01-01T00:00:00Z') to ('2025-01-01T00:00:00Z');
create table workouts.sample_2025 partition of workouts.sample for values from ('2025-01-01T00:00:00Z') to ('2026-01-01T00:00:00Z');
create table workouts.sample_2026 partition of workouts.sample for values from ('2026-01-01T00:00:00Z') to ('2027-01-01T00:00:00Z');
create table workouts.sample_2027 partition of workouts.sample for values from ('2027-01-01T00:00:00Z') to ('2028-01-01T00:00:00Z');
create table workouts.sample_2028 partition of workouts.sample for values from ('2028-01-01T00:00:00Z') to ('2029-01-01T00:00:00Z');
create table workouts.sample_2029 partition of workouts.sample for values from ('2029-01-01T00:00:00Z') to ('2030-01-01T00:00:00Z');
create table workouts.sample_2030 partition of workouts.sample for values from ('2030-01-01T00:00:00Z') to ('2031-01-01T00:00:00Z');
-- Whatever no partition was made for yet: nothing is refused because the years went by.
create table workouts.sample_later partition of workouts.sample default;

-- What a person trains for: one holds at a time, earlier ones stay with the moment they were replaced.
create table workouts.goal (
  id uuid primary key,
  user_id uuid not null,
  goal text not null,
  kind text not null check (kind in ('strength', 'muscle', 'endurance', 'race', 'weight_loss', 'mobility', 'health')),
  sport text,
  exercise_key text,
  distance_meters integer check (distance_meters > 0),
  target_seconds integer check (target_seconds > 0),
  weight_grams integer check (weight_grams > 0),
  sessions_per_week smallint check (sessions_per_week between 1 and 7),
  session_minutes smallint check (session_minutes between 10 and 300),
  by_date date,
  replaced_id uuid,
  created_at timestamptz not null,
  superseded_at timestamptz
);
create unique index goal_now on workouts.goal (user_id) where superseded_at is null;

create table workouts.equipment (
  id uuid primary key,
  user_id uuid not null,
  -- As the person said them, and the canonical keys that were understood.
  items text[] not null,
  item_keys text[] not null,
  replaced_id uuid,
  created_at timestamptz not null,
  superseded_at timestamptz
);
create unique index equipment_now on workouts.equipment (user_id) where superseded_at is null;

-- Measured limits of the heart and of power; what is absent is estimated from age or stays unknown.
create table workouts.threshold (
  id uuid primary key,
  user_id uuid not null,
  heart_rate_max smallint check (heart_rate_max between 80 and 240),
  heart_rate_rest smallint check (heart_rate_rest between 25 and 120),
  power_watts smallint check (power_watts between 30 and 800),
  replaced_id uuid,
  created_at timestamptz not null,
  superseded_at timestamptz
);
create unique index threshold_now on workouts.threshold (user_id) where superseded_at is null;

create table workouts.injury (
  id uuid primary key,
  user_id uuid not null,
  -- Canonical key, null when the word is not known; and the person's own word.
  body_part_key text,
  body_part text not null,
  since date not null,
  -- 1 barely felt … 10 unbearable.
  severity smallint not null check (severity between 1 and 10),
  note text,
  status text not null check (status in ('active', 'healed', 'deleted')),
  healed_on date,
  revision uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index injury_active on workouts.injury (user_id) where status = 'active';

create table workouts.plan (
  id uuid primary key,
  user_id uuid not null,
  week_start date not null,
  time_zone text not null,
  status text not null check (status in ('proposed', 'accepted', 'superseded')),
  expires_at timestamptz not null,
  -- The whole proposal as it was shown: sessions, reasons, exclusions, load.
  proposal jsonb not null,
  rules_version text not null,
  revision uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index plan_by_week on workouts.plan (user_id, week_start, status);
create index plan_by_age on workouts.plan (user_id, created_at);

create table workouts.plan_session (
  id uuid primary key,
  user_id uuid not null,
  plan_id uuid not null,
  ordinal smallint not null,
  date date not null,
  start_at timestamptz not null,
  duration_minutes smallint not null check (duration_minutes > 0),
  kind text not null,
  sport text not null,
  title text not null,
  distance_meters integer check (distance_meters > 0),
  load_tenths integer not null check (load_tenths >= 0),
  status text not null check (status in ('accepted', 'cancelled')),
  calendar_event_id uuid,
  created_at timestamptz not null
);
create index plan_session_by_date on workouts.plan_session (user_id, date) where status = 'accepted';
create index plan_session_by_plan on workouts.plan_session (user_id, plan_id);

-- What the latest workout means for the rest of its week; refreshed once per workout.
create table workouts.week_advice (
  user_id uuid not null,
  week_start date not null,
  workout_id uuid,
  acute_tenths integer not null,
  chronic_tenths integer,
  ratio double precision,
  advice text not null,
  refreshed integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (user_id, week_start)
);

-- What a write replaced, kept as long as it can be undone.
create table workouts.change (
  id uuid primary key,
  user_id uuid not null,
  workout_id uuid not null,
  -- Null when the workout was new.
  before_workout jsonb,
  before_sets jsonb not null,
  created_at timestamptz not null,
  undone_at timestamptz
);
create index change_age on workouts.change (user_id, created_at);
