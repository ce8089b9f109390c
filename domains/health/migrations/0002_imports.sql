-- Pieces of sleep as devices write them. Nights in health.sleep are worked out from all pieces of a device, so that
-- overlapping exports in any order give the same nights.
create table health.sleep_piece (
  user_id uuid not null,
  source text not null,
  device text not null,
  started_at timestamptz not null,
  ended_at timestamptz not null check (ended_at > started_at),
  stage text not null check (stage in ('asleep', 'core', 'deep', 'rem', 'in_bed', 'awake')),
  import_id uuid not null,
  created_at timestamptz not null,
  primary key (user_id, source, device, started_at, ended_at, stage)
);
create index sleep_piece_import on health.sleep_piece (user_id, import_id);
create index sleep_by_device on health.sleep (user_id, source, device, started_at) where import_id is not null;
