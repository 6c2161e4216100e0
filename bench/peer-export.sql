-- The sqlite3 shell writing what `beback export sales` writes: run on beback's own database with -csv -header.
SELECT s.id, s.store, s.deal_number, s.status, s.sold_on, s.delivered_on, s.deal_type, s.condition,
  c.id, c.dms_number, c.kind, c.first_name, c.last_name, c.business_name, c.cell_phone, c.home_phone, c.work_phone, c.other_phone,
  c.extensions, c.email, c.street, c.city, c.region, c.postal_code, c.country, c.birthday, c.do_not_call, c.do_not_text,
  c.do_not_email, c.do_not_mail,
  b.id, b.dms_number, b.kind, b.first_name, b.last_name, b.business_name, b.cell_phone, b.home_phone, b.work_phone, b.other_phone,
  b.extensions, b.email, b.street, b.city, b.region, b.postal_code, b.country, b.birthday, b.do_not_call, b.do_not_text,
  b.do_not_email, b.do_not_mail,
  v.vin, v.year, v.make, v.model, v.trim, s.stock_number, s.odometer,
  p1.code, p1.name, k1.share, p2.code, p2.name, k2.share, p3.code, p3.name, k3.share,
  s.term_months, s.first_payment_on, s.lease_end_on, s.lease_end_estimated, s.loan_end_on, s.loan_end_estimated,
  s.payment_cents, s.amount_financed_cents, s.apr, s.lender,
  (SELECT group_concat(vin, ' ') FROM sale_trade t WHERE t.sale_id = s.id)
FROM sale s
JOIN customer c ON c.id = s.customer_id
JOIN vehicle v ON v.id = s.vehicle_id
LEFT JOIN customer b ON b.id = s.co_buyer_id
LEFT JOIN sale_salesperson k1 ON k1.sale_id = s.id AND k1.position = 1 LEFT JOIN salesperson p1 ON p1.id = k1.salesperson_id
LEFT JOIN sale_salesperson k2 ON k2.sale_id = s.id AND k2.position = 2 LEFT JOIN salesperson p2 ON p2.id = k2.salesperson_id
LEFT JOIN sale_salesperson k3 ON k3.sale_id = s.id AND k3.position = 3 LEFT JOIN salesperson p3 ON p3.id = k3.salesperson_id
ORDER BY s.id;
