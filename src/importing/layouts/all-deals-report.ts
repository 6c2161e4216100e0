/** The "All Deals Report", a printed deal log saved as CSV: title lines above, totals below, no phone, no VIN. */

import type { Layout } from '../mapping.ts';

export const ALL_DEALS_REPORT: Layout = {
  name: 'all-deals-report',
  title: 'All Deals Report',
  kind: 'sales',
  signature: ['Deal Status', 'Deal #', 'Customer Name', 'Rebates to Dlr', 'Sale Date'],
  columns: {
    store: 'Location',
    deal_number: 'Deal #',
    status: 'Deal Status',
    full_name: 'Customer Name',
    stock_number: 'Stock',
    salesperson_1_name: 'Salesperson 1',
    salesperson_2_name: 'Salesperson 2',
    condition: 'N/U',
    sale_class: 'Type',
    deal_type: 'Deal Type',
    sold_on: ['Sale Date', 'Accounting Date'],
    year: 'Year',
    make: 'Make',
    model: 'Model',
  },
  dateOrder: 'mdy',
  nameOrder: 'last-first',
};
