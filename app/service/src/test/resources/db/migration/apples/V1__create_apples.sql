create table apples (id bigint primary key);
insert into apples values (1);
