export { handleCheck as OPTIONS, handleCheck as POST } from "cpor-preflight/server";
