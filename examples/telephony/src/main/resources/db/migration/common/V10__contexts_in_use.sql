-- Nothing can come into a context at the moment in which that is deleted.
alter table voicemails add constraint voicemails_context_fkey foreign key (context) references contexts (name);
alter table extensions add constraint extensions_context_fkey foreign key (context) references contexts (name);
alter table lines add constraint lines_context_fkey foreign key (context) references contexts (name);
