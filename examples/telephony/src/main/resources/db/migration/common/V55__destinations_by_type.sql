-- Where destinations lead is told by the names of their types.
update incalls set targets = lower(targets);
update ivr set targets = lower(targets);
update queues set targets = lower(targets);
update fallbacks set targets = lower(targets);
