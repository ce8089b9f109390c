-- Money is bigint minor units with its currency. A version per row lets an undo see that nothing came after it.

create table finance.account (
  id uuid primary key,
  user_id uuid not null,
  name text not null,
  name_key text not null,
  kind text not null check (kind in ('cash', 'card', 'bank', 'savings', 'credit', 'loan', 'investment', 'wallet', 'other')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  balance bigint not null,
  as_of date not null,
  -- When the balance was stated: entries of the same day count only when they were recorded after it.
  stated_at timestamptz not null,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz
);
create unique index account_name on finance.account (user_id, name_key, currency) where deleted_at is null;

create table finance.transaction (
  id uuid primary key,
  seq bigint generated always as identity,
  user_id uuid not null,
  kind text not null check (kind in ('expense', 'income', 'transfer')),
  amount bigint not null check (amount > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  category text,
  category_key text,
  -- Who chose the category: a later rule may change what was derived, never what the person said.
  category_source text check (category_source in ('said', 'rule', 'lexicon')),
  payee text,
  payee_key text,
  note text,
  occurred_on date not null,
  account_id uuid,
  parent_id uuid,
  -- Stems of payee and note, and of the category, so that any inflection finds the row.
  words text[] not null,
  category_words text[] not null,
  source text,
  source_key text,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  -- Set when the row was split into parts that count in its place.
  superseded_at timestamptz,
  check ((category is null) = (category_key is null)),
  check ((source is null) = (source_key is null))
);
create index transaction_by_day on finance.transaction (user_id, occurred_on desc, seq desc)
  where deleted_at is null and superseded_at is null;
create index transaction_by_parent on finance.transaction (user_id, parent_id) where parent_id is not null;
create index transaction_by_account on finance.transaction (user_id, account_id) where account_id is not null;
create unique index transaction_source on finance.transaction (user_id, source, source_key) where source_key is not null;

create table finance.category_rule (
  id uuid primary key,
  user_id uuid not null,
  match text not null,
  match_words text[] not null,
  category text not null,
  category_key text not null,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz
);
create unique index category_rule_match on finance.category_rule (user_id, match_words) where deleted_at is null;

create table finance.budget (
  id uuid primary key,
  user_id uuid not null,
  category text not null,
  category_key text not null,
  limit_amount bigint not null check (limit_amount > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  period text not null check (period in ('week', 'month', 'year')),
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz
);
create unique index budget_category on finance.budget (user_id, category_key, period) where deleted_at is null;
