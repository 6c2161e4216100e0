import { expect, test } from 'vitest';
import { exportSales } from '../../src/store/export-sales.ts';
import { freshStore, importLines } from './fixture-imports.ts';

test.each<[string, number | null, string | null, string]>([
  ['2025 Honda Civic EX', 2025, 'Honda', 'Civic EX'],
  ['2025 HONDA CIVIC EX 4DR', 2025, 'Honda', 'Civic EX 4DR'],
  ['2023 Land Rover Range Rover', 2023, 'Land Rover', 'Range Rover'],
  ['2019 ALFA ROMEO GIULIA', 2019, 'Alfa Romeo', 'Giulia'],
  ['2020 Aston Martin DB11', 2020, 'Aston Martin', 'DB11'],
  ['2019 Mercedes-Benz C 300', 2019, 'Mercedes-Benz', 'C 300'],
  ['2019 Mercedes Benz C300', 2019, 'Mercedes Benz', 'C300'],
  ['2008 Harley Davidson Road King', 2008, 'Harley Davidson', 'Road King'],
  ['2022 Can-Am Maverick X3', 2022, 'Can-Am', 'Maverick X3'],
  ['2024 Great Wall Cannon', 2024, 'Great Wall', 'Cannon'],
  ['2025/Honda/Civic', 2025, 'Honda', 'Civic'],
  ['2025-Honda-Civic', 2025, 'Honda', 'Civic'],
  ['2025 | Honda | Civic', 2025, 'Honda', 'Civic'],
  ['"2025 Honda, Civic"', 2025, 'Honda', 'Civic'],
  ['Civic', null, null, 'Civic'],
])('%s', async (cell, year, make, model) => {
  const db = freshStore();
  await importLines(db, [
    'Deal #,Sold Date,Customer Name,VIN,Vehicle',
    `1,3/16/2026,Ann Lee,1HGCM82633A004352,${cell}`,
  ]);
  const [sale] = [...exportSales(db)];
  expect(sale?.vehicle).toMatchObject({ year, make, model });
});
