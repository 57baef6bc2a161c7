-- What is counted of a review: grades of which their members were told, and those who take part and get none.
alter table task_figures
  add column review_excellent integer not null default 0,
  add column review_qualified integer not null default 0,
  add column review_basic integer not null default 0,
  add column review_unqualified integer not null default 0,
  add column review_ungraded integer not null default 0;
