-- The person: the one row that every other room refers to by id. user_id repeats id so that the convention
-- "a table with user_id belongs to that person" holds here too.
create table account.users (
  id uuid primary key,
  user_id uuid not null generated always as (id) stored,
  email text not null check (email = lower(email) and length(email) <= 254),
  phone text check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  display_name text,
  locale text not null,
  time_zone text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  country text not null check (country ~ '^[A-Z]{2}$'),
  birth_date date,
  sex text check (sex in ('male', 'female')),
  weight_kg double precision check (weight_kg > 0),
  height_cm double precision check (height_cm > 0),
  work_hours jsonb not null,
  sleep_window jsonb not null,
  quiet_hours jsonb not null,
  role text not null check (role in ('user', 'admin', 'partner')),
  status text not null check (status in ('active', 'suspended')),
  created_at timestamptz not null
);
create unique index users_email on account.users (email);

create table account.credential (
  id uuid primary key,
  user_id uuid not null unique references account.users (id) on delete cascade,
  password_hash text not null,
  created_at timestamptz not null
);

-- One row for each refresh token ever issued; the family is one sign-in, and a token used twice ends the family.
create table account.session (
  id uuid primary key,
  user_id uuid not null references account.users (id) on delete cascade,
  family_id uuid not null,
  token_hash text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  replaced_by uuid
);
create index session_family on account.session (user_id, family_id);

create table account.access_token (
  id uuid primary key,
  user_id uuid not null references account.users (id) on delete cascade,
  name text not null,
  scopes text[] not null,
  token_hash text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz
);
create index access_token_user on account.access_token (user_id);

-- A journal: what holds is the last row of a purpose. seq, not the clock, orders it.
create table account.consent (
  id uuid primary key,
  user_id uuid not null references account.users (id) on delete cascade,
  seq bigint not null generated always as identity,
  purpose text not null check (purpose in ('health', 'external_model', 'proactive', 'household')),
  granted boolean not null,
  at timestamptz not null,
  created_at timestamptz not null
);
create index consent_user on account.consent (user_id, purpose, seq desc);

create function account.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'account.consent is append-only';
end
$$;
create trigger consent_append_only before update on account.consent
  for each row execute function account.refuse_change();

-- seq orders the list: two notes may carry the same instant.
create table account.note (
  id uuid primary key,
  user_id uuid not null references account.users (id) on delete cascade,
  seq bigint not null generated always as identity,
  text text not null,
  tags text[] not null,
  created_at timestamptz not null,
  deleted_at timestamptz
);
create index note_user on account.note (user_id, seq desc);

-- What sign-in may see before it knows who the person is: no content, named columns only.
grant select (id, email, status) on account.users to app_system;
create policy system_read on account.users for select to app_system using (true);
grant select (user_id, password_hash) on account.credential to app_system;
create policy system_read on account.credential for select to app_system using (true);
grant select (id, user_id, token_hash) on account.session to app_system;
create policy system_read on account.session for select to app_system using (true);
grant select (id, user_id, token_hash) on account.access_token to app_system;
create policy system_read on account.access_token for select to app_system using (true);
