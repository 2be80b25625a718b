"""The gradebook, as rows and as a workbook, and the folder of all results."""
