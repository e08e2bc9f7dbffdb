/** The command line: commands, progress, exit codes. */
package vn.cachlamhay.cli;
