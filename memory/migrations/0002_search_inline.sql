-- A row with its vector is over two kilobytes, from where Postgres moves the other long values out of it: every search by
-- words then fetched the word list of each fact by four look-ups of its own. The whole row fits a page and stays together.
alter table memory.fact set (toast_tuple_target = 8160);
