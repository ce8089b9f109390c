-- Bills with what was paid of them, goals, transfers that say where the money went, and money that came back.

alter table finance.transaction
  add column to_account_id uuid,
  -- Of a transfer between currencies: what arrived there.
  add column to_amount bigint check (to_amount > 0),
  -- Income that lowers spending: money back for something bought.
  add column refund boolean not null default false,
  add column refund_of uuid;
create index transaction_by_target on finance.transaction (user_id, to_account_id) where to_account_id is not null;
create index transaction_by_refunded on finance.transaction (user_id, refund_of) where refund_of is not null;

create table finance.bill (
  id uuid primary key,
  user_id uuid not null,
  title text not null,
  kind text not null check (kind in ('expense', 'income')),
  amount bigint not null check (amount > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  category text,
  category_key text,
  payee text,
  account_id uuid,
  -- The day of a single payment, or the first of a series.
  due_on date not null,
  rrule text,
  -- Days of the series that differ from its rule: [{dueOn, movedTo, amount, skipped}].
  changes jsonb not null,
  -- From this day on an unpaid day of the series is overdue; what fell due before the bill was known is not.
  since date not null,
  remind_days_before int not null check (remind_days_before between 0 and 60),
  remind_at text not null,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  check ((category is null) = (category_key is null))
);
create index bill_by_person on finance.bill (user_id, created_at, id);

-- What was paid of a bill is an entry; a payment says only of which due day. It counts while its entry is not deleted.
create table finance.bill_payment (
  id uuid primary key,
  user_id uuid not null,
  bill_id uuid not null,
  due_on date not null,
  transaction_id uuid not null,
  created_at timestamptz not null
);
create unique index bill_payment_due on finance.bill_payment (user_id, bill_id, due_on, transaction_id);
create unique index bill_payment_entry on finance.bill_payment (user_id, transaction_id);

create table finance.goal (
  id uuid primary key,
  user_id uuid not null,
  title text not null,
  title_key text not null,
  target bigint not null check (target > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  by_date date,
  -- What was saved before anything was recorded on the goal.
  base bigint not null,
  reached_on date,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz
);
create unique index goal_title on finance.goal (user_id, title_key) where deleted_at is null;

create table finance.goal_contribution (
  id uuid primary key,
  user_id uuid not null,
  goal_id uuid not null,
  -- Below zero when it was taken out.
  amount bigint not null check (amount <> 0),
  contributed_on date not null,
  created_at timestamptz not null
);
create index goal_contribution_by_goal on finance.goal_contribution (user_id, goal_id, contributed_on desc);
