/** autoVHC (UK) job-card import of 14 columns, without a header line. */

import type { Layout } from '../mapping.ts';

/** Positions F1 to F14 of the format; days are dd/mm/yyyy or YYYYMMDD. */
export const AUTOVHC_14: Layout = {
  name: 'autovhc-14',
  title: 'autoVHC job cards, 14 columns without header (UK)',
  kind: 'appointments',
  signature: [],
  header: false,
  width: 14,
  columns: {
    appointment_on: '1',
    make: '2',
    model: '3',
    appointment_number: '4',
    plate: '5',
    title: '6',
    first_name: '7',
    last_name: '8',
    email: '9',
    postal_code: '10',
    home_phone: '11',
    cell_phone: '12',
    vin: '13',
    customer_number: '14',
  },
  dateOrder: 'dmy',
  country: 'GB',
};
