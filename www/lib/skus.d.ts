/** The SKU table, as `init` takes it. */
declare const table: string;
export default table;
