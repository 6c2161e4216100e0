/** Pages of a line printer (`lp`). */

/** 10 characters an inch on Letter or A4. */
export const PAGE_WIDTH = 80;
/** `lp` prints 60 lines on Letter and 64 on A4; two are left for printers with wide margins. */
export const PAGE_LINES = 58;

/** Whole blocks, as many a page as have room; one page at least, which says so where there are none. */
export function inPages(blocks: readonly (readonly string[])[], room: number, none: string): string[][] {
  const pages: string[][] = [];
  for (const block of blocks) {
    const page = pages.at(-1);
    if (page !== undefined && page.length + block.length <= room) page.push(...block);
    else pages.push([...block]);
  }
  return pages.length === 0 ? [[none]] : pages;
}
