insert into apples values (2);
