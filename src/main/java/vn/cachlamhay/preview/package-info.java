/** The site while it is being written: baked again with every change, served, and reloaded. */
package vn.cachlamhay.preview;
