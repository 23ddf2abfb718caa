create table pears (id bigint primary key);
insert into pears values (1);
