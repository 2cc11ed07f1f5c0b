"""The report as pages to read in a browser, without script: a folder of them, or one file that holds all."""
