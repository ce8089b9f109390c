-- Who sees what. Every shared row lies in a space: a person's own (space_id = their id) or a household's. A person sees
-- the rows of both, a member of a household writes new rows into the household's.
--  * The first invitation founds the household; what the founder had becomes the household's.
--  * What somebody has who joins stays in their own space, seen by nobody else.
--  * user_id is who wrote a row. When they leave or erase their account, the rows of the household stay with the others
--    and user_id becomes null; rows of their own space go with the account. When the last member goes by erasure, the
--    rows of the household go as well; when the last one leaves, they move to that person's own space.
--  * Tools never delete rows, they mark them: so the right to delete is given for the own space only, and the erasure of
--    an account, which deletes all that row-level security lets it, cannot take from the others.

create table home.household (
  id uuid primary key,
  created_at timestamptz not null
);

create table home.member (
  user_id uuid primary key,
  household_id uuid not null references home.household (id),
  -- As the others may call them; a copy, since a profile is its person's alone.
  name text,
  seq bigint not null generated always as identity,
  created_at timestamptz not null
);
create index member_household on home.member (household_id);

create table home.invite (
  id uuid primary key,
  user_id uuid not null,
  household_id uuid not null references home.household (id),
  -- SHA-256 of the normalised code; the code itself is told once and kept nowhere here.
  code_hash text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index invite_user on home.invite (user_id);

-- One row per person who tries codes: locked by its update, so that tries at the same moment are counted too.
create table home.join_attempt (
  user_id uuid primary key,
  attempts integer not null,
  created_at timestamptz not null
);

-- Who left which household: with it, and for two days, leaving can be undone.
create table home.departure (
  id uuid primary key,
  user_id uuid not null,
  household_id uuid not null,
  created_at timestamptz not null
);
create index departure_user on home.departure (user_id);

-- What a write replaced, kept as long as it can be undone; null for a row that was not there.
create table home.change (
  change_id uuid not null,
  user_id uuid not null,
  table_name text not null,
  row_id uuid not null,
  version integer not null,
  before_row jsonb,
  created_at timestamptz not null,
  undone_at timestamptz,
  primary key (change_id, row_id)
);
create index change_age on home.change (user_id, created_at);

-- In the tables below `twin` is null except in rows that came back from a dissolved household: they may bear a name
-- that the person had already, and both stay.
create table home.list_item (
  id uuid primary key,
  space_id uuid not null,
  user_id uuid,
  version integer not null,
  list text not null,
  list_key text not null,
  item text not null,
  item_key text not null,
  words text[] not null,
  quantity double precision check (quantity > 0),
  unit text,
  -- Amounts of one kind are added up: mass, volume, or the unit itself.
  unit_key text not null,
  checked_at timestamptz,
  checked_by uuid,
  twin uuid,
  seq bigint not null generated always as identity,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz
);
create unique index list_item_once on home.list_item (space_id, list_key, item_key, unit_key, twin) nulls not distinct
  where checked_at is null and deleted_at is null;
create index list_item_listed on home.list_item (space_id, list_key, seq);

create table home.chore (
  id uuid primary key,
  space_id uuid not null,
  user_id uuid,
  version integer not null,
  title text not null,
  title_key text not null,
  words text[] not null,
  rrule text,
  every_days integer check (every_days > 0),
  assignee text,
  assignee_id uuid,
  starts_on date not null,
  last_done_on date,
  last_done_by uuid,
  next_due_on date,
  duration_minutes double precision check (duration_minutes > 0),
  twin uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  check (rrule is null or every_days is null)
);
create unique index chore_once on home.chore (space_id, title_key, twin) nulls not distinct where deleted_at is null;
create index chore_due on home.chore (space_id, next_due_on) where deleted_at is null;

create table home.stock (
  id uuid primary key,
  space_id uuid not null,
  user_id uuid,
  version integer not null,
  item text not null,
  item_key text not null,
  words text[] not null,
  quantity double precision not null check (quantity >= 0),
  unit text not null,
  unit_key text not null,
  expires_on date,
  -- Set when nothing is left of it.
  gone_at timestamptz,
  gone_reason text check (gone_reason in ('used', 'thrown_away')),
  twin uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz
);
create unique index stock_once on home.stock (space_id, item_key, unit_key, expires_on, twin) nulls not distinct
  where gone_at is null and deleted_at is null;
create index stock_expiring on home.stock (space_id, expires_on) where gone_at is null and deleted_at is null;

create table home.pet (
  id uuid primary key,
  space_id uuid not null,
  user_id uuid,
  version integer not null,
  name text not null,
  name_key text not null,
  species text not null,
  birth_date date,
  weight_kg double precision check (weight_kg > 0),
  twin uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz
);
create unique index pet_once on home.pet (space_id, name_key, twin) nulls not distinct where deleted_at is null;

create table home.pet_care (
  id uuid primary key,
  space_id uuid not null,
  user_id uuid,
  version integer not null,
  pet_id uuid not null references home.pet (id),
  kind text not null,
  note text,
  at timestamptz not null,
  -- The local day and zone that `at` was said in.
  done_on date not null,
  time_zone text not null,
  next_due_on date,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz
);
create index pet_care_log on home.pet_care (space_id, pet_id, kind, at desc);

create table home.appliance (
  id uuid primary key,
  space_id uuid not null,
  user_id uuid,
  version integer not null,
  name text not null,
  name_key text not null,
  words text[] not null,
  bought_on date,
  warranty_until date,
  twin uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz
);
create unique index appliance_once on home.appliance (space_id, name_key, twin) nulls not distinct where deleted_at is null;

create table home.repair (
  id uuid primary key,
  space_id uuid not null,
  user_id uuid,
  version integer not null,
  appliance_id uuid references home.appliance (id),
  title text not null,
  amount bigint check (amount >= 0),
  currency text,
  at timestamptz not null,
  done_on date not null,
  time_zone text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  check ((amount is null) = (currency is null))
);
create index repair_done on home.repair (space_id, done_on desc);
create index repair_appliance on home.repair (appliance_id);

create table home.reading (
  id uuid primary key,
  space_id uuid not null,
  user_id uuid,
  version integer not null,
  meter text not null check (meter in ('electricity', 'water_cold', 'water_hot', 'gas', 'heat')),
  label text,
  label_key text not null,
  value double precision not null check (value >= 0),
  unit text not null,
  read_on date not null,
  reset text check (reset in ('rollover', 'replaced')),
  twin uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz
);
create unique index reading_once on home.reading (space_id, meter, label_key, read_on, twin) nulls not distinct
  where deleted_at is null;
