/** Reynolds (motorcycle DMS) custom report "Service Sales", one row a job. */

import type { Layout } from '../mapping.ts';

/** CashierDate is the only date. CustomerBeeperPhone holds a rewards number, never a phone. */
export const REYNOLDS_SERVICE_SALES: Layout = {
  name: 'reynolds-service-sales',
  title: 'Reynolds motorcycle DMS, Service Sales',
  kind: 'repair-orders',
  signature: ['CashierDate', 'RONumber', 'JobID', 'CustomerBeeperPhone'],
  columns: {
    repair_order_number: 'RONumber',
    closed_on: 'CashierDate',
    op_codes: 'JobTitle',
    pay_types: 'JobWarranty',
    advisor: 'ServiceWriterName',
    vin: 'VIN',
    year: 'Year',
    make: 'Make',
    model: 'BikeModel',
    odometer: 'Odometer',
    street: 'CustomerAddress1',
    street_2: 'CustomerAddress2',
    city: 'CustomerCity',
    region: 'CustomerState',
    postal_code: 'CustomerZip',
    first_name: 'CustomerFirstName',
    last_name: 'CustomerLastName',
    home_phone: 'CustomerHomePhone',
    cell_phone: 'CustomerMobilePhone',
    email: 'CustomerEmail',
    customer_number: 'CustomerID',
  },
  dateOrder: 'mdy',
};
