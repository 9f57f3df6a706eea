/** The address of the file, as bundlers give it that are told to treat it as one. */
declare const url: string;
export default url;
