-- What an event has of the iCalendar object it came from (RFC 5545). Columns are nullable: a change kept before they
-- existed can still be put back.
alter table calendar.event
  add column uid text,
  add column sequence integer,
  -- LAST-MODIFIED, else DTSTAMP, of the version taken in; null once the person has changed the event here.
  add column stamp timestamptz,
  -- Wall clocks that happen besides those the rule gives.
  add column rdates text[],
  -- Whether it takes up time; null is the usual: a timed event does, a whole day does not.
  add column busy boolean,
  add column source text check (source in ('ics')),
  -- The import that created the row.
  add column import_id uuid;
create unique index event_uid on calendar.event (user_id, uid) where uid is not null;
create index event_import on calendar.event (user_id, import_id) where import_id is not null;
create index event_series on calendar.event (user_id, first_start) where rrule is not null and status = 'confirmed';

alter table calendar.occurrence_override
  add column sequence integer,
  add column stamp timestamptz;

-- A link under which anybody who has it reads the calendar: only a hash of its secret is kept.
create table calendar.feed (
  id uuid primary key,
  user_id uuid not null,
  secret_hash text not null unique,
  created_at timestamptz not null,
  revoked_at timestamptz
);
create unique index feed_open on calendar.feed (user_id) where revoked_at is null;

-- Who a link belongs to is asked before anybody is known: no content, named columns only.
grant select (id, user_id, secret_hash, revoked_at) on calendar.feed to app_system;
create policy system_read on calendar.feed for select to app_system using (true);
