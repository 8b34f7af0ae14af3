"""What a document may show: plain, frozen data, made of public fields only."""
