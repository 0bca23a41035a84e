"""Where a document may expect something: its sentences, what stands above each, and the tables between them."""
