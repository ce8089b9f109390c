-- What a person asked to remember. A fact that stopped being true keeps its row with valid_to; a forgotten one has none.
create table memory.fact (
  id uuid primary key,
  user_id uuid not null,
  -- Orders the list: two facts may carry the same instant.
  seq bigint not null generated always as identity,
  subject text not null,
  attribute text,
  value text,
  text text not null,
  lang text not null check (lang in ('ru', 'en')),
  negated boolean not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  source_turn text,
  confidence real not null check (confidence between 0 and 1),
  sensitivity text not null check (sensitivity in ('ordinary', 'health')),
  source text not null check (source in ('person', 'import')),
  -- topic: what the fact is about, whichever way it is answered; hash: topic and answer, so that "do" and "do not" differ.
  topic text not null,
  hash text not null,
  embedding public.vector(1024),
  embedding_model text,
  -- The Russian configuration stems Latin words as English, so one vector serves both languages.
  search tsvector not null generated always as
    (to_tsvector('pg_catalog.russian'::regconfig, translate(text, 'ёЁ', 'еЕ'))) stored,
  created_at timestamptz not null
);
-- A person's vectors are compared exactly, all of them: kept beside the row they are read without a second look-up.
-- Full floats, because a server without half-precision instructions (the embedded one) compares halves six times slower.
alter table memory.fact alter column embedding set storage plain;
create index fact_user on memory.fact (user_id, seq desc);
create unique index fact_once on memory.fact (user_id, hash) where valid_to is null;
-- No index on words or trigrams: their operators are not leakproof, so under row-level security the person's rows are
-- read by user_id first and such an index could never be used.
