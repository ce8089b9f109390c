-- What a person used on one day (UTC) of the machine's clock, and in its latest minute.
create table guardrails.usage (
  user_id uuid not null,
  day date not null,
  turns int not null,
  writes int not null,
  tokens bigint not null,
  minute timestamptz not null,
  in_minute int not null,
  created_at timestamptz not null,
  primary key (user_id, day)
);
