Console.WriteLine("livequality");
