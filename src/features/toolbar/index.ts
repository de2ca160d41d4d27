export { networkTables } from './network-tables.js';
export { Toolbar, toolbarStyles, type NumbersTable } from './toolbar.js';
