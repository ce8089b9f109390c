-- What was checked, taken, eaten and aimed at. The knowledge itself is code: a check names the release it was made with.

-- Every verdict with what it was made of, so that it can be explained and repeated.
create table nutrition.check_run (
  id uuid primary key,
  user_id uuid not null,
  knowledge_release text not null,
  -- The whole input of the engine, the person's facts included; null where they did not agree to health data.
  input jsonb,
  -- The rows of other domains those facts are from.
  fact_ids text[] not null,
  verdict text not null check (verdict in ('ok', 'minor', 'unknown', 'moderate', 'major', 'contraindicated')),
  rule_ids text[] not null,
  created_at timestamptz not null
);
create index check_run_by_age on nutrition.check_run (user_id, created_at);

create table nutrition.supplement (
  id uuid primary key,
  user_id uuid not null,
  -- In the person's own words; what they mean is read again from the knowledge whenever it is counted.
  name text not null,
  amount double precision check (amount > 0),
  unit text,
  taken_at timestamptz not null,
  local_date date not null,
  created_at timestamptz not null
);
create index supplement_by_day on nutrition.supplement (user_id, local_date, taken_at);

create table nutrition.meal (
  id uuid primary key,
  user_id uuid not null,
  -- [{name, grams?, kcal?, protein?, fat?, carbs?}]; grams of each.
  items jsonb not null,
  eaten_at timestamptz not null,
  local_date date not null,
  created_at timestamptz not null
);
create index meal_by_day on nutrition.meal (user_id, local_date, eaten_at);

-- What a day aims at: one holds at a time, earlier ones stay with the moment they were replaced.
create table nutrition.target (
  id uuid primary key,
  user_id uuid not null,
  kcal integer check (kcal >= 0),
  -- Grams a day.
  protein integer check (protein >= 0),
  fat integer check (fat >= 0),
  carbs integer check (carbs >= 0),
  replaced_id uuid,
  created_at timestamptz not null,
  superseded_at timestamptz
);
create unique index target_now on nutrition.target (user_id) where superseded_at is null;

-- A medicine, illness or allergy that made the verdict of what is taken stricter: told once, and only while it holds.
create table nutrition.stack_change (
  id uuid primary key,
  user_id uuid not null,
  -- The row of the safety profile that did it.
  fact_id uuid not null,
  verdict_before text not null,
  verdict_after text not null,
  rule_ids text[] not null,
  created_at timestamptz not null,
  unique (user_id, fact_id)
);
