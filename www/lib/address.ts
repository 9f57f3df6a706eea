/** The address of the file, as bundlers give it that treat it as a file. */
declare const url: string;
export default url;
