-- Bills of a day: those that repeat or were moved, and single ones by their day.
create index bill_moving on finance.bill (user_id) where deleted_at is null and (rrule is not null or changes <> '[]');
create index bill_by_day on finance.bill (user_id, due_on) where deleted_at is null;
