-- A list that waits for a yes is kept deflated from now on. Lists that were read before wait for twelve hours at most; whoever has one reads the file again.
SET lock_timeout = '5s';
TRUNCATE "RosterImport";
