export { manyView as view } from "../grid/many.js";
